"""The commands of the command line; never imports Qt."""
