"""The texts of Zope's configuration files."""

ZOPE_CONF = """\
instancehome {data}
clienthome {data}
debug-mode off
default-zpublisher-encoding utf-8
max-conflict-retries 10
security-policy-implementation C
{proxy}
<environment>
    CHAMELEON_CACHE {data}/cache
    zope_i18n_compile_mo_files true
</environment>
<zodb_db main>
    cache-size 30000
    mount-point /
{storage}
</zodb_db>
"""

FILESTORAGE = """\
    <blobstorage>
        blob-dir {data}/blobstorage
        <filestorage>
            path {data}/filestorage/Data.fs
        </filestorage>
    </blobstorage>
"""

ZEO = """\
    <zeoclient>
        server {zeo}
        blob-dir {data}/blobstorage
        cache-size 128MB
    </zeoclient>
"""

WSGI_INI = """\
[server:main]
use = egg:waitress#main
listen = {address}
threads = {threads}
ident = Zope
max_request_body_size = 67108864
clear_untrusted_proxy_headers = true
{proxy}
[app:zope]
use = egg:Zope#main
zope_conf = {data}/etc/zope.conf

[filter:paths]
paste.filter_factory = collective.rendezvous.wsgi:readable_paths

[pipeline:main]
pipeline =
    paths
    egg:Zope#httpexceptions
    zope

[loggers]
keys = root

[handlers]
keys = console, file

[formatters]
keys = generic

[logger_root]
level = INFO
handlers = console, file

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = ERROR
formatter = generic

[handler_file]
class = handlers.RotatingFileHandler
args = ({log}, "a", 10000000, 5, "utf-8")
level = INFO
formatter = generic

[formatter_generic]
format = %(asctime)s %(levelname)s [%(name)s:%(lineno)s][%(threadName)s] %(message)s
"""

PROXY = """\
trusted_proxy = {proxy}
trusted_proxy_headers = x-forwarded-for x-forwarded-proto
"""

SITE_ZCML = """\
<configure
    xmlns="http://namespaces.zope.org/zope"
    xmlns:five="http://namespaces.zope.org/five"
    xmlns:meta="http://namespaces.zope.org/meta"
    >

  <include package="Products.Five" />
  <meta:redefinePermission
      from="zope2.Public"
      to="zope.Public"
      />

  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />

  <securityPolicy component="AccessControl.security.SecurityPolicy" />

</configure>
"""
