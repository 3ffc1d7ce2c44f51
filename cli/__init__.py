"""The command `milepost`: starting, stopping and looking after an installation."""
