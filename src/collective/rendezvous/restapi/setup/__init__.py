"""Set-up objects over REST: the ordinary content endpoints, with our own (de)serializers."""
