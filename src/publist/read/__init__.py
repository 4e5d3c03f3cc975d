"""Reading: sources of any form become documents of records."""
