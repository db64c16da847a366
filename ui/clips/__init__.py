"""Pictures and files of an observation: chosen, shown, taken off."""
