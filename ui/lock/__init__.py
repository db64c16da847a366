"""The passphrase and the lock of the teacher's window."""
