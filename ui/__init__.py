"""What people see: the window and the command line. Nobody imports this package."""
