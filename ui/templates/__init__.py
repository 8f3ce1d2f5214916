"""The page of agreement templates: the built-in ones, the office's own, the clause library."""
