from collective.rendezvous.wsgi import readable_paths


def ask(path):
    told = []

    def zope(environ, start_response):
        environ["PATH_INFO"].encode("latin-1").decode("utf-8")
        start_response("200 OK", [])
        return [b"fine"]

    body = readable_paths({})(zope)({"PATH_INFO": path}, lambda status, headers: told.append(status))
    return told, b"".join(body)


def test_a_path_in_utf_8_goes_through():
    assert ask("/mairie/\u00c3\u00a9t\u00c3\u00a9") == (["200 OK"], b"fine")


def test_another_path_is_a_bad_request():
    for path in ("/mairie/\xff", "/mairie/\xe9t\xe9", "/\xed\xa0\x80"):
        told, _body = ask(path)
        assert told == ["400 Bad Request"]
