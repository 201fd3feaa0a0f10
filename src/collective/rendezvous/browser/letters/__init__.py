"""The mails as they would be sent, for those who write their texts."""
