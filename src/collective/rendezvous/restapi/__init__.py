"""The HTTP contract: services of plone.restapi, their errors, and (de)serializers of what is set up."""
