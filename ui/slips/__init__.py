"""Reply slips in the window: a worker process reads them, a page shows what they mean, one press writes them."""
