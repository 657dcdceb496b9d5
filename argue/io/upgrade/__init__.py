"""Case files of earlier formats: what they spell otherwise, how they are read, and upgraded."""
