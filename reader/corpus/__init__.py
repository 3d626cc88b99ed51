"""From files on disk to an Article: walk, decode, clean, lay out. No I/O but reading."""
