"""collective.rendezvous: appointments of a town hall, on its own Plone site."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


here = Path(__file__).parent

setup(
    name="collective.rendezvous",
    version="1.0.0.dev0",
    description="Appointments of a town hall, taken on its own Plone site",
    long_description="\n\n".join((here / name).read_text("utf-8") for name in ("README.rst", "CHANGES.rst")),
    long_description_content_type="text/x-rst",
    license="GPL-2.0-or-later",
    classifiers=[
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Natural Language :: French",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
    keywords="Plone appointments booking town hall rendez-vous mairie",
    packages=find_namespace_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "Chameleon",
        "PasteDeploy",
        "Products.CMFPlone",
        "collective.z3cform.datagridfield",
        "holidays",
        "icalendar",
        "idna",
        "lxml",
        "phonenumbers",
        "plone.api",
        "plone.app.dexterity",
        "plone.app.portlets",
        "plone.autoinclude",
        "plone.classicui",
        "plone.restapi",
        "waitress",
        "zc.lockfile",
    ],
    extras_require={
        "relstorage": [
            "RelStorage",
            "psycopg2-binary",
        ],
        "test": [
            "ZEO",
            "aiosmtpd",
            "axe-playwright-python",
            "hypothesis",
            "i18ndude",
            "mypy",
            "playwright",
            "plone.app.testing",
            "plone.testing",
            "pytest",
            "pytest-cov",
            "pytest-xdist",
            "requests",
            "ruff",
            "zpretty",
        ],
    },
    entry_points={
        "console_scripts": [
            "rendezvous-erasures = collective.rendezvous.scripts.erasures:main",
            "rendezvous-export = collective.rendezvous.scripts.export:main",
            "rendezvous-import = collective.rendezvous.scripts.restore:main",
            "rendezvous-person = collective.rendezvous.scripts.person:main",
            "rendezvous-purge = collective.rendezvous.scripts.purge:main",
            "rendezvous-serve = collective.rendezvous.scripts.serve:main",
            "rendezvous-verify = collective.rendezvous.scripts.verify:main",
            "run-rendezvous = collective.rendezvous.scripts.run:main",
        ],
        "plone.autoinclude.plugin": ["target = plone"],
        "zopectl.command": ["run_rendezvous = collective.rendezvous.scripts.run:zopectl"],
    },
)
