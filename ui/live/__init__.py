"""The page of a lesson while it is taught; `ui/lesson` joins it with the rest."""
