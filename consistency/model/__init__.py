"""The vocabulary of the program as frozen dataclasses: text, values, facts and findings. Imports nothing of ours."""
