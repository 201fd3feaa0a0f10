"""The waiting list (screen H): join it, confirm the address, book what is offered, leave it."""
