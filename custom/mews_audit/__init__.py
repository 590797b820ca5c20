"""What comes along with the library: what is known against it, and under which licences it is."""
