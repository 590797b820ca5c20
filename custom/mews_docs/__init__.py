"""The documentation's site: the pages of docs/, and the reference, which is made from the code."""
