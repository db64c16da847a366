"""The stations side by side, and the cards of the students at them."""
