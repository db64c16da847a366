"""The capture line: words in any order become an observation."""
