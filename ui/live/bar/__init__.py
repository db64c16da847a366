"""The bar above the console: class, rounds, time left, buttons, and the board in small."""
