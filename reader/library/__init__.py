"""One corpus indexed on disk, its search, and the shelf of what its reader did."""
