"""The next free slots, to be shown anywhere in the site: a view and a portlet."""
