"""What the app does for itself while a lesson is taught: holds, tidies, reports."""
