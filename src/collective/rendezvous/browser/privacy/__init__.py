"""Personal data: what citizens are told of them and may have erased, what is found of one person."""
