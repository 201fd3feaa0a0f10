"""collective.rendezvous: appointments of a town hall, on its own Plone site."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


here = Path(__file__).parent

setup(
    name="collective.rendezvous",
    version="1.0.0.dev0",
    description="Appointments of a town hall, taken on its own Plone site",
    long_description="\n\n".join(
        (here / name).read_text() for name in ("README.rst", "CHANGES.rst") if (here / name).exists()
    ),
    license="GPL-2.0-or-later",
    packages=find_namespace_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "Products.CMFPlone",
        "collective.z3cform.datagridfield",
        "holidays",
        "icalendar",
        "phonenumbers",
        "plone.api",
        "plone.app.dexterity",
        "plone.autoinclude",
        "plone.restapi",
    ],
    extras_require={
        "test": [
            "hypothesis",
            "plone.app.testing",
            "plone.testing",
            "pytest",
            "pytest-cov",
            "zope.pytestlayer",
        ],
    },
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
    },
)
