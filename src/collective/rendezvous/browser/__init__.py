"""The screens: citizens in `public`, the town hall's people in `staff`; `words` says dates as people do."""
