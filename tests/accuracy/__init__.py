"""What a careful reader finds, against what the build finds: `make accuracy` prints it."""
