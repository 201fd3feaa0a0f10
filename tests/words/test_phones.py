from collective.rendezvous.words.phones import phone


def test_a_number_at_home_is_read_in_pairs_that_stay_together() -> None:
    assert phone("0261910010", "FR") == ("02\xa061\xa091\xa000\xa010", "tel:+33-2-61-91-00-10")


def test_a_number_from_abroad_keeps_its_country_code() -> None:
    assert phone("+32 2 555 11 11", "FR").text == "+32\xa02\xa0555\xa011\xa011"


def test_what_is_no_number_is_told_as_it_was_written() -> None:
    assert phone("au secrétariat", "FR") == ("au secrétariat", "")


def test_without_a_country_only_international_numbers_dial() -> None:
    assert phone("0261910010", "") == ("0261910010", "")
    assert phone("+33261910010", "").uri == "tel:+33-2-61-91-00-10"
