"""The drawer of one student: goal, skills and why, what was seen, the student's voice."""
