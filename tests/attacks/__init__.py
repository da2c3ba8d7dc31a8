"""What hostile people and broken machines try: bounded, on loopback, each by a test that says what holds.

`make attack` runs all of this folder, and what stands beside its subject in other folders: `elsewhere.txt`.
`make test` runs all but what is marked `attack`.
"""
