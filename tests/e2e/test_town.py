def test_the_demo_town_greets_in_french_on_a_phone_without_javascript(town, open_page, axe):
    page = open_page(width=390, javascript=False)
    page.goto(town)
    assert page.locator("html").get_attribute("lang") == "fr"
    assert axe(page, "#content") == []
