"""The forms of an agent: whose account it is, or a new one."""

from collective.rendezvous import _
from collective.rendezvous.browser.setup.account import user_text_widget
from collective.rendezvous.browser.setup.forms import AddForm
from collective.rendezvous.browser.setup.forms import EditForm
from collective.rendezvous.browser.setup.pages import AddPage
from collective.rendezvous.browser.setup.pages import EditPage
from collective.rendezvous.content import accounts
from collective.rendezvous.content.text import Line
from collective.rendezvous.roles.permissions import CREATE_ACCOUNTS
from copy import copy
from plone import api
from plone.supermodel import model
from typing import Any
from z3c.form.field import Fields
from z3c.form.interfaces import INPUT_MODE
from zope.i18nmessageid import Message
from zope.schema import Bool


class INewAccount(model.Schema):
    """An account that is made with the agent."""

    create_account = Bool(
        title=_("Create the account"),
        description=_("The agent gets a mail of the site to choose a password."),
        required=False,
        default=False,
        missing_value=False,
    )
    account_name = Line(
        title=_("User name"),
        description=_("With which the agent logs in, for example: n.benali"),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )


class Account:
    """Types the user where the site has too many to list."""

    def updateFields(self) -> None:
        """See Dexterity's forms."""
        super().updateFields()  # type: ignore[misc]
        if "userid" in self.fields and accounts.many():  # type: ignore[has-type]
            field = self._another("userid")
            field.description = _("The user name or the e-mail address of the agent's account.")
            self.fields["userid"].widgetFactory[INPUT_MODE] = user_text_widget  # type: ignore[has-type]

    def _another(self, name: str) -> Any:
        self.fields[name].field = copy(self.fields[name].field)  # type: ignore[has-type]
        return self.fields[name].field


class AgentAddForm(Account, AddForm):
    """Adds an agent, and its account if that is asked for and allowed."""

    def updateFields(self) -> None:
        """See Dexterity's forms; a user is required unless an account is made."""
        super().updateFields()
        if not api.user.has_permission(CREATE_ACCOUNTS, obj=self.context):
            return
        self._another("userid").required = False
        new = Fields(INewAccount)
        self.fields += new.omit("account_name") if accounts.by_email() else new

    def extractData(self, setErrors: bool = True) -> tuple[dict[str, Any], tuple[Any, ...]]:
        """See z3c.form's IForm."""
        data, errors = super().extractData(setErrors=setErrors)
        if not errors and "create_account" in data:
            errors += tuple(self._beside(*problem) for problem in self._problems(data))
        return data, errors

    @staticmethod
    def _problems(data: dict[str, Any]) -> list[tuple[str, Message]]:
        if not data["create_account"]:
            return (
                []
                if data["userid"]
                else [("userid", _("Choose the agent's user, or tick “Create the account”."))]
            )
        if data["userid"]:
            return [("create_account", _("A user is chosen above: choose none to create an account."))]
        return [*_address(data["email"]), *_name(data)]

    def create(self, data: dict[str, Any]) -> Any:
        """See z3c.form's IAddForm; the account comes first."""
        asked, name = data.pop("create_account", False), data.pop("account_name", "")
        if asked:
            data["userid"] = accounts.create(name, data["title"], data["email"])
            self._invite(data["userid"], data["email"])
        return super().create(data)

    def _invite(self, userid: str, email: str) -> None:
        if accounts.invite(userid):
            told, kind = _("The account is made. A mail to choose a password was sent to ${email}."), "info"
        else:
            told, kind = (
                _(
                    "The account is made, but no mail could be sent to ${email}: "
                    "the agent asks for a new password."
                ),
                "warning",
            )
        api.portal.show_message(Message(told, mapping={"email": email}), self.request, type=kind)


class AgentEditForm(Account, EditForm):
    """Changes an agent."""


class AgentAddPage(AddPage):
    """Adds an agent, as `++add++` finds it."""

    form = AgentAddForm


class AgentEditPage(EditPage):
    """Changes an agent."""

    form = AgentEditForm


def _address(email: str) -> list[tuple[str, Message]]:
    if not email:
        return [("email", _("The account needs an e-mail address."))]
    if accounts.ids_of(email):
        return [("email", _("An account with this e-mail address exists already: choose it as the user."))]
    return []


def _name(data: dict[str, Any]) -> list[tuple[str, Message]]:
    if accounts.by_email():
        return []
    if not data["account_name"]:
        return [("account_name", _("Choose a user name for the account."))]
    if not accounts.free(data["account_name"]):
        return [("account_name", _("This user name is taken or cannot be one: choose another."))]
    return []
