"""The units of the workspace: as they sign and as they are printed."""
