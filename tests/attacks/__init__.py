"""What hostile people and broken machines try: bounded, on loopback, each by a test that says what holds."""
