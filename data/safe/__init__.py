"""What keeps a profile locked: the vault with the key, and the ways from plain to encrypted."""
