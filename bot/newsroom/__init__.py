"""Files to the store: watches the folder, has articles read by workers, files them, tells who waits."""
