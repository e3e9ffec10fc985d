"""What people do with their tasks in chats where the bot need not be."""
