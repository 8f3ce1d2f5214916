"""The signing set: from one agreed text every copy that is signed, and the sheets that go with them."""
