"""Keys, signatures and the forms they stand on: what a library of cryptography is asked for, and nothing else."""
