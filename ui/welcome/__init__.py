"""The page that greets who has no class yet."""
