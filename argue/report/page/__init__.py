"""The what-if of a report's page: what it can change, the data it ships, and its script."""
