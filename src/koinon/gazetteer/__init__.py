"""Places, their codes and their names."""
