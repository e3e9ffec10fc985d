"""What people see in chats where the bot need not be."""
