"""One observation put right: changed, moved, split or taken away, and its history."""
