from collective.rendezvous.scripts import guard
from collective.rendezvous.scripts.configuration import Settings
from collective.rendezvous.scripts.configuration import write
from collective.rendezvous.scripts.serve import main

import pytest
import socket


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    monkeypatch.setenv("CHAMELEON_CACHE", "")
    monkeypatch.setenv("zope_i18n_compile_mo_files", "")


def test_a_busy_port_is_told_in_one_line(busy_port, tmp_path, capsys):
    assert main(["--port", str(busy_port), "--data", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert str(busy_port) in told
    assert told.count("\n") == 1


def test_a_folder_belongs_to_one_server(tmp_path):
    with guard.only_server(tmp_path), pytest.raises(guard.Unusable), guard.only_server(tmp_path):
        pass
    with guard.only_server(tmp_path):
        pass


def test_a_path_that_the_configuration_cannot_hold_is_refused(tmp_path):
    with pytest.raises(guard.Unusable), guard.only_server(tmp_path / "50%"):
        pass


def test_what_an_interrupted_start_left_is_thrown_away(tmp_path):
    database = tmp_path / "filestorage" / "Data.fs"
    database.parent.mkdir()
    with pytest.raises(KeyboardInterrupt), guard.whole_or_nothing(tmp_path):
        database.touch()
        raise KeyboardInterrupt
    assert guard.sweep(tmp_path)
    assert not database.exists()


def test_data_made_to_the_end_stays(tmp_path):
    database = tmp_path / "filestorage" / "Data.fs"
    database.parent.mkdir()
    with guard.whole_or_nothing(tmp_path):
        database.touch()
    assert not guard.sweep(tmp_path)
    assert database.exists()


def test_the_server_listens_on_the_loopback_address_only(tmp_path):
    ini = write(Settings(tmp_path, port=8123)).read_text()
    assert "listen = 127.0.0.1:8123\n" in ini
    assert "clear_untrusted_proxy_headers = true" in ini
    assert "\ntrusted_proxy" not in ini


def test_only_a_named_proxy_is_believed(tmp_path):
    ini = write(Settings(tmp_path, proxy="127.0.0.1")).read_text()
    assert "trusted_proxy = 127.0.0.1\n" in ini
    assert "trusted-proxy 127.0.0.1\n" in (tmp_path / "etc" / "zope.conf").read_text()


def test_a_dollar_in_the_path_is_no_variable(tmp_path):
    data = tmp_path / "a $b"
    write(Settings(data))
    assert f"path {tmp_path}/a $$b/filestorage/Data.fs" in (data / "etc" / "zope.conf").read_text()


def test_the_data_can_be_on_a_zeo_server(tmp_path):
    write(Settings(tmp_path, zeo="127.0.0.1:8100"))
    conf = (tmp_path / "etc" / "zope.conf").read_text()
    assert "server 127.0.0.1:8100\n" in conf
    assert "filestorage>" not in conf
