"""Who is here: attendance, who leaves and comes back, who is done early, who is next."""
